package input_test

import (
	"fmt"
	"strings"

	"dictum/input"
)

func ExampleOpen() {
	lines := `{"id": "a", "text": "PRAGUE, May 3, 2021 (Sample Wire) — The ministers met."}
{"id": "b", "text": "They tal`
	for doc, err := range input.Open([]string{"-"}, input.Options{Stdin: strings.NewReader(lines)}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(doc.ID, doc.Date, doc.Source)
	}
	// Output:
	// a 2021-05-03 Sample Wire
	// standard input:2: the line ends inside its JSON object; complete the line, or remove it
}

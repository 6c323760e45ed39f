package graph

import (
	"reflect"
	"testing"
)

func TestSure(t *testing.T) {
	r := &Record{
		Statements: []Statement{
			{ID: "s1", Confidence: 0.9, Reports: []string{"e1", "e2", "e3"}},
			{ID: "s2", Confidence: 0.3, Reports: []string{"e2"}},
		},
		Events: []Event{
			{ID: "e1", Confidence: 0.8, AccordingTo: "s1"},
			{ID: "e2", Confidence: 0.8, AccordingTo: "s2"},
			{ID: "e3", Confidence: 0.2},
			{ID: "e4", Confidence: 0.8},
		},
	}
	if r.Sure(0.1) != r {
		t.Error("a record that is sure throughout was changed")
	}
	got := r.Sure(0.35)
	want := &Record{
		Statements: []Statement{{ID: "s1", Confidence: 0.9, Reports: []string{"e1"}}},
		Events:     []Event{{ID: "e1", Confidence: 0.8, AccordingTo: "s1"}, {ID: "e4", Confidence: 0.8}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if len(r.Statements[0].Reports) != 3 || len(r.Events) != 4 {
		t.Error("the record itself was changed")
	}
}

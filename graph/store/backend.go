package store

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hidal-go/hidalgo/kv"
)

// Backend is one way to keep key-value pairs.
type Backend struct {
	Name string
	// Open returns the pairs kept at path. It calls initialise on a new, empty database before anybody else can see it, and
	// leaves nothing behind when it fails.
	Open func(path string, opts Options, initialise func(kv.KV) error) (kv.KV, error)
}

var backends = map[string]Backend{}

// register adds a backend; the name must be free.
func register(b Backend) {
	if _, ok := backends[b.Name]; ok {
		panic("store: backend " + b.Name + " registered twice")
	}
	backends[b.Name] = b
}

// Backends lists the names of all backends, sorted.
func Backends() []string {
	names := make([]string, 0, len(backends))
	for name := range backends {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func backendNamed(name string) (Backend, error) {
	b, ok := backends[name]
	if !ok {
		return Backend{}, fmt.Errorf("store: unknown backend %q; there are: %s", name, strings.Join(Backends(), ", "))
	}
	return b, nil
}

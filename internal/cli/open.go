package cli

import (
	"context"
	"errors"

	"dictum/graph/store"
)

// withStore opens the graph, hands it to f and closes it.
func (a *app) withStore(ctx context.Context, opts store.Options, f func(*store.Store) error) (err error) {
	st, err := store.Open(ctx, a.db, opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return f(st)
}

// reading opens the graph for questions.
func (a *app) reading(ctx context.Context, f func(*store.Store) error) error {
	return a.withStore(ctx, store.Options{ReadOnly: true}, f)
}

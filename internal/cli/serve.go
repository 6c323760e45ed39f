package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"dictum/graph/store"
	"dictum/web"

	"github.com/spf13/cobra"
)

type serveOptions struct {
	addr  string
	write bool
	hosts []string
}

func (a *app) serveCmd() *cobra.Command {
	o := &serveOptions{}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the graph in a browser",
		Long: `Serve gives the Cayley web UI (query, shape, visualize) and Cayley's HTTP interfaces (/api/v1, /api/v2) over the graph, until it
is interrupted. The graph can be asked meanwhile; with --write it cannot, and whoever reaches the address can change it.`,
		Example: `  dictum serve
  dictum serve --addr :8080 --host graph.example.org`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), o) },
	}
	cmd.Flags().StringVar(&o.addr, "addr", "127.0.0.1:64210", "address to listen at; port 0 = any free one")
	cmd.Flags().BoolVar(&o.write, "write", false, "accept changes")
	cmd.Flags().StringSliceVar(&o.hosts, "host", nil, "names under which it may be reached besides this machine's own")
	return cmd
}

func (a *app) serve(ctx context.Context, o *serveOptions) error {
	return a.withStore(ctx, store.Options{ReadOnly: !o.write}, func(st *store.Store) error {
		handler, err := web.Handler(st, web.Options{Write: o.write, Hosts: o.hosts})
		if err != nil {
			return err
		}
		listener, err := net.Listen("tcp", o.addr)
		if err != nil {
			return fmt.Errorf("cannot listen at %s (%w); give another address with --addr", o.addr, errors.Unwrap(err))
		}
		a.note("the graph is at http://%s (end with Ctrl-C)", listener.Addr())
		return serveUntil(ctx, listener, handler)
	})
}

// serveUntil serves until ctx ends, then waits for open requests, but not for long.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	base, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return base },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	cancel() // ends queries that run
	limit, stop := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer stop()
	if err := server.Shutdown(limit); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

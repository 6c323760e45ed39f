// Command dictum reads news articles into a knowledge graph and answers questions from it. See internal/cli.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"dictum/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	os.Exit(cli.Run(ctx, cli.System(), os.Args[1:]))
}

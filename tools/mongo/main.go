// Mongoserver is the MongoDB of the tests, and for trying things out on one machine: FerretDB with its SQLite handler.
//
//	mongoserver <folder for the data> <port; 0 for any free one>
//
// It listens on loopback, prints its address in one line, and ends at SIGTERM, SIGINT, or the end of its standard input,
// so that it does not outlive whoever started it.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 3 {
		fail("usage: mongoserver <folder> <port>")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	if err := run(ctx, os.Args[1], os.Args[2]); err != nil {
		fail(err.Error())
	}
}

func run(ctx context.Context, folder, port string) error {
	data := url.URL{Scheme: "file", Opaque: (&url.URL{Path: folder}).EscapedPath() + "/"}
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Handler:   "sqlite",
		SQLiteURL: data.String(),
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError + 1})),
	})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx) }()
	inner, err := url.Parse(server.MongoDBURI())
	if err != nil {
		return err
	}
	go serve(listener, inner.Host)
	fmt.Printf("mongodb://%s/\n", listener.Addr())
	return <-ended
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}

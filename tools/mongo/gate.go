package main

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
)

// MongoDB promises that a change of one document is atomic. FerretDB 1 looks for the document and then writes it, with
// nothing that keeps another writer out in between (internal/handler/msg_update.go, msg_findandmodify.go). The gate in
// front of it lets one command through at a time, which makes the promise true.

// The largest message that MongoDB takes.
const largestMessage = 48_000_000

var oneAtATime sync.Mutex

func serve(listener net.Listener, address string) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go relay(client, address)
	}
}

// The driver in use asks for an answer to every message, and FerretDB gives one to each and pushes none.
func relay(client net.Conn, address string) {
	defer client.Close()
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	for {
		question, err := message(client)
		if err != nil {
			return
		}
		answer, err := exchange(server, question)
		if err != nil {
			return
		}
		if _, err := client.Write(answer); err != nil {
			return
		}
	}
}

func exchange(server net.Conn, question []byte) ([]byte, error) {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	if _, err := server.Write(question); err != nil {
		return nil, err
	}
	return message(server)
}

// A message begins with its own length: four bytes, little-endian, these included.
func message(from io.Reader) ([]byte, error) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(from, head); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head)
	if length < 16 || length > largestMessage {
		return nil, errors.New("not a message of MongoDB's protocol")
	}
	whole := make([]byte, length)
	copy(whole, head)
	_, err := io.ReadFull(from, whole[4:])
	return whole, err
}

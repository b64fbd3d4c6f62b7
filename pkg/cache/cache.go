// Package cache keeps what files came to between runs. An entry is found by a key
// of all that it depends on, so that none is ever out of date: what has changed has
// another key. What is kept wrongly or in part is not found.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/cache"
)

// Key names an entry.
type Key [sha256.Size]byte

// KeyOf is the key of parts, which are told apart from others that only read the
// same when they are put together.
func KeyOf(parts ...string) Key {
	hash := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		_, _ = hash.Write(size[:]) // a hash never fails
		_, _ = hash.Write([]byte(part))
	}
	return Key(hash.Sum(nil))
}

// Cache is a folder of entries. Several programs may use one at once. The nil
// cache is always empty.
type Cache struct {
	store *cache.Cache
	base  Key
}

// Folder is where the cache is unless somebody says otherwise: below the user's
// own folder for caches.
func Folder() (string, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "aimslint"), nil
}

// Open opens the cache in a folder, which is made if it is not there and which only
// the user may read: entries quote documents. Base is part of every key: the
// program that makes the entries.
func Open(folder, base string) (*Cache, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	store, err := cache.Open(folder)
	if err != nil {
		return nil, err
	}
	return &Cache{store: store, base: KeyOf(base)}, nil
}

// Get is the content of an entry, if it is there and whole.
func (c *Cache) Get(key Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	content, _, err := c.store.GetBytes(c.id(key))
	return content, err == nil
}

// Put adds an entry. One that cannot be written is made again another time.
func (c *Cache) Put(key Key, content []byte) {
	if c != nil {
		_ = c.store.PutBytes(c.id(key), content)
	}
}

// Trim removes what nobody has used for five days, once a day.
func (c *Cache) Trim() {
	if c != nil {
		_ = c.store.Trim()
	}
}

func (c *Cache) id(key Key) cache.ActionID {
	return cache.ActionID(KeyOf(string(c.base[:]), string(key[:])))
}

// Size is how many entries a cache has and how many bytes they take. A folder that
// is not there is empty, and so is none ("").
func Size(folder string) (entries int, bytes int64, err error) {
	err = eachFile(folder, func(file string, info fs.FileInfo) error {
		bytes += info.Size()
		if isEntry(file) {
			entries++
		}
		return nil
	})
	return entries, bytes, err
}

// Clean removes all entries, and nothing else that may be in the folder.
func Clean(folder string) error {
	return eachFile(folder, func(file string, _ fs.FileInfo) error {
		err := os.Remove(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

func isEntry(file string) bool {
	match, _ := filepath.Match("*-a", filepath.Base(file))
	return match
}

// eachFile calls f for the files of a cache: those in the folders 00 to ff that
// hold an entry or what one came to.
func eachFile(folder string, f func(file string, info fs.FileInfo) error) error {
	if folder == "" {
		return nil
	}
	for i := range 256 {
		part := filepath.Join(folder, fmt.Sprintf("%02x", i))
		files, err := os.ReadDir(part)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		for _, entry := range files {
			kept, _ := filepath.Match("*-[ad]", entry.Name())
			info, err := entry.Info()
			if !kept || err != nil || !info.Mode().IsRegular() {
				continue // it went away, or is not of the cache
			}
			if err := f(filepath.Join(part, entry.Name()), info); err != nil {
				return err
			}
		}
	}
	return nil
}

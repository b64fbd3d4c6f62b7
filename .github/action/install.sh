#!/usr/bin/env bash
# Installs the release $VERSION, if its archive has the checksum that the
# release states, or builds the action's own checkout. Puts it on the PATH.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# system prints the runner's system as the names of the archives have it.
system() {
	case $(uname -s) in
	Linux) printf linux ;;
	Darwin) printf darwin ;;
	MINGW* | MSYS* | CYGWIN*) printf windows ;;
	*) wrong_use "there is no release for $(uname -s); set version to source" ;;
	esac
}

processor() {
	case ${RUNNER_ARCH:-$(uname -m)} in
	X64 | x86_64 | amd64) printf amd64 ;;
	ARM64 | arm64 | aarch64) printf arm64 ;;
	*) wrong_use "there is no release for the processor ${RUNNER_ARCH:-$(uname -m)}; set version to source" ;;
	esac
}

sha256() {
	if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

# download URL FILE
download() {
	curl --fail --silent --show-error --location --proto '=https' --tlsv1.2 --retry 3 --max-time 300 \
		--output "$2" "$1" || wrong_use "could not download $1; is there such a release?"
}

# release FOLDER: downloads, verifies and unpacks into it.
release() {
	local os arch archive url work stated found
	os=$(system)
	arch=$(processor)
	archive=aimslint_${VERSION}_${os}_${arch}.tar.gz
	[ "$os" != windows ] || archive=${archive%.tar.gz}.zip
	url=https://github.com/aimslint/aimslint/releases/download/v$VERSION
	work=$(mktemp -d "$RUNNER_TEMP/aimslint.XXXXXX")
	download "$url/checksums.txt" "$work/checksums.txt"
	download "$url/$archive" "$work/$archive"
	stated=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$work/checksums.txt")
	found=$(sha256 <"$work/$archive")
	[ "$stated" = "$found" ] ||
		wrong_use "$archive has the checksum $found, but the release states ${stated:-none}; nothing was installed"
	case $archive in
	*.zip) unzip -q -o "$work/$archive" aimslint.exe -d "$1" ;;
	*) tar -xzf "$work/$archive" -C "$1" aimslint ;;
	esac
	rm -rf "$work"
}

# build FOLDER: the job's own settings for Go are not for this module.
build() {
	local suffix
	suffix=$(env -u GOOS go env GOEXE)
	env -u GOFLAGS -u GOOS -u GOARCH GOWORK=off \
		go build -C "$GITHUB_ACTION_PATH" -buildvcs=false -o "$1/aimslint$suffix" ./cmd/aimslint
}

folder=$RUNNER_TEMP/aimslint-$VERSION
mkdir -p "$folder"
if [ "$VERSION" = source ]; then build "$folder"; else release "$folder"; fi
printf '%s\n' "$folder" >>"$GITHUB_PATH"
"$folder/aimslint" version

# `make` alone prints this help. Nothing is needed but Go, make and a C compiler for the race detector.
DB      ?= demo.db
EVAL    ?= ../shared/eval
FUZZTIME ?= 30s
BIN      = bin/dictum
DICTUM   = $(BIN) --db $(DB)

.DEFAULT_GOAL := help
.PHONY: help build ui run test check bench golden fuzz eval docs clean

help: ## print this help
	@echo 'make TARGET, where TARGET is one of'
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

ui: # Cayley's web UI, out of the module cache
	@go run ./web/uiassets

build: ui ## build bin/dictum, one static binary with the Cayley web UI in it
	CGO_ENABLED=0 go build -trimpath -o $(BIN) ./cmd/dictum

run: build ## read the sample articles into a fresh graph (DB=demo.db) and ask it five questions
	@rm -rf $(DB)
	$(DICTUM) add seeds/articles
	@echo; echo '# Who deployed how many, where, when, according to whom?'
	$(DICTUM) ask deployments limit=5
	@echo; echo '# Who supports the European Union, and who opposes it?'
	$(DICTUM) ask attitude EU limit=5
	@echo; echo '# What did Mikhail Galuzin say about Armenia?'
	$(DICTUM) ask said-by-about Galuzin Armenia
	@echo; echo '# Who denied what?'
	$(DICTUM) ask denials limit=4
	@echo; echo '# What is planned, promised or possible, and not done?'
	$(DICTUM) ask planned limit=4
	@echo; echo 'See all questions with:           $(BIN) questions'
	@echo 'Ask one of your own with:         $(DICTUM) ask said-about Russia'
	@echo 'See the graph in a browser with:  $(DICTUM) serve'

test: ui ## run all tests with the race detector
	go test -race -timeout 25m ./...

check: ui ## gofumpt, vet, staticcheck, go mod tidy, and all tests
	@out=$$(go tool gofumpt -l $$(git ls-files '*.go')); test -z "$$out" || { echo "not formatted; run: go tool gofumpt -w $$out"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go mod tidy -diff
	go test -race -timeout 25m ./...

bench: ui ## run all benchmarks
	go test -run '^$$' -bench . -benchmem ./...

golden: ui ## rewrite the files of expected output; then read: git diff
	DICTUM_GOLDEN=update go test ./...

fuzz: ## run each fuzz target for FUZZTIME (30s)
	@set -e; for p in $$(go list ./...); do for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
		echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$p; done; done

eval: build ## score the programme on the development sets in EVAL (../shared/eval)
	@BIN=$(BIN) EVAL=$(EVAL) .ci/eval

docs: build ## write anew what README.md shows of the sample graph, and docs/picture.svg; needs Graphviz
	@DB=$(DB) .ci/docs

clean: ## remove what was built, and the demo graph
	rm -rf bin $(DB) web/cayley/static web/cayley/templates web/cayley/docs web/cayley/version web/cayley/LICENSE

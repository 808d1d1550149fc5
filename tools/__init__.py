"""The engine: it ties programs, outputs and pages together. No MkDocs in here, except in `hook`."""

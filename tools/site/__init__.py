"""What is handed to MkDocs: `hook` is the only module that knows it, the others make what a page or
a download consists of."""

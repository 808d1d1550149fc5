"""Pages and what is judged on them: `page` finds the fences, `rules` judges them, `names` looks up
the names of the API in the prose."""

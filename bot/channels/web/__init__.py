"""The page: the same conversation in a browser, whole without JavaScript."""

"""Tools: what mouse and keys do on the page. One is active at a time; each tells the canvas what to draw."""

"""The page on the screen: the real PDF's bitmap, with handles, guides and findings over it."""

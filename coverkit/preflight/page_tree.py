"""The page tree: its leaves in order, however badly it grew. Nothing is mended on the way."""

from __future__ import annotations

from dataclasses import field

from coverkit.preflight import values
from coverkit.preflight.limits import MAX_LEAVES
from coverkit.records import dataclass

_DEEPEST = 128


@dataclass(slots=True)
class PageTree:
    """Page dictionaries in order, and what is wrong with the tree."""

    pages: list[object] = field(default_factory=list)
    nodes: int = 0
    faults: dict[str, None] = field(default_factory=dict)

    @property
    def damage(self) -> tuple[str, ...]:
        """What is wrong, each once."""
        return tuple(self.faults)


def leaves(root: object) -> PageTree:
    """Return the pages of a catalog; loops, nodes of the wrong kind and what lies too deep are left out and told."""
    tree = PageTree()
    _visit(values.get(root, "/Pages"), tree, frozenset())
    return tree


def _visit(node: object, tree: PageTree, above: frozenset[tuple[int, int]]) -> None:
    key = values.identity(node)
    tree.nodes += 1
    if not values.is_dictionary(node):
        tree.faults["a node of the page tree is no dictionary"] = None
    elif (key is not None and key in above) or len(above) > _DEEPEST:
        tree.faults["the page tree is a loop or too deep"] = None
    elif len(tree.pages) >= MAX_LEAVES or tree.nodes > MAX_LEAVES:
        tree.faults["too many pages"] = None
    elif values.name(values.get(node, "/Type")) == "Page" or values.get(node, "/Kids") is None:
        tree.pages.append(node)
    else:
        below = above | {key} if key is not None else above
        for kid in values.items(values.get(node, "/Kids")):
            if tree.nodes > MAX_LEAVES:
                # Branches that share their twigs have more ends than any file could hold.
                break
            _visit(kid, tree, below)

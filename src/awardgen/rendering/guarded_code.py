"""Jinja's code generator, which writes into the code what counts a template's work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2.compiler import CodeGenerator, optimizeconst

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame

_NODES_A_STEP: Final = 16


class GuardedCodeGenerator(CodeGenerator):
    """Writes calls of TagEnvironment's `counted`, `joined` and `buffer` where Jinja goes on unasked.

    A column is asked for by way of `column`.
    """

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Write a node; what a loop goes through is counted."""
        weight = self._weights.pop(id(node), 0)
        if not weight:
            return super().visit(node, *args, **kwargs)
        self.write("environment.counted(context, ")
        super().visit(node, *args, **kwargs)
        self.write(f", {weight})")
        return None

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's naming
        # The longer a loop's body, the more a turn of it takes.
        body = sum(1 for each in node.body for _ in each.iter_child_nodes())
        self._weights[id(node.iter)] = 1 + body // _NODES_A_STEP
        super().visit_For(node, frame)

    @optimizeconst
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        join = "markup_join" if frame.eval_ctx.autoescape else "str_join"
        if frame.eval_ctx.volatile:
            join = "(markup_join if context.eval_ctx.volatile else str_join)"
        self.write(f"environment.joined({join}, (")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # What a name begins with is looked at once.
        self.write("environment.getattr(" if node.attr.startswith("_") else "environment.column(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def buffer(self, frame: Frame) -> None:
        """Write where a macro, a call or a {% set %} block prints."""
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = environment.buffer()")

    @property
    def _weights(self) -> dict[int, int]:
        """What a turn of the loop through a node counts, by the node's identity; for it alone this is kept."""
        kept: dict[int, int] = self.__dict__.setdefault("_weights_of_loops", {})
        return kept

"""Jinja's code generator, with one step for what a form does dozens of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.compiler import CodeGenerator

from awardgen.rendering.values import escaped_value

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame


class OneStepCodeGenerator(CodeGenerator):
    """Has values made ready and escaped in one step: a form prints dozens, and each step takes as long as the work."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._takes_one_step(frame):
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._takes_one_step(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    def _takes_one_step(self, frame: Frame) -> bool:
        is_escaped = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        return is_escaped and self.environment.finalize is escaped_value

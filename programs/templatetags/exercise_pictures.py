"""The address of an exercise's picture, for templates of both sides."""

from typing import Any

from django import template

from programs import picture_addresses

register = template.Library()


@register.simple_tag(takes_context=True)
def picture_address(context: dict[str, Any], slug: str) -> str:
    """The address of a picture by its slug, a photo's through the gate of the side that this page is on."""
    match = getattr(context.get("request"), "resolver_match", None)
    return picture_addresses.picture_address(slug, match.namespace if match else "")

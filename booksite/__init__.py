"""What builds the book: docs become pages. Data flows docs → booksite → page, never back."""

from pathlib import Path

ROOT = Path(__file__).parents[1]  # of the checkout: gradbook, docs and theme lie beside booksite

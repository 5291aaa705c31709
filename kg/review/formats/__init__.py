"""How findings are handed on: lines for a terminal, JSON, SARIF, and a slip for each township."""

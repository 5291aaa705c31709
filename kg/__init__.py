"""fazhi-kg: rule-of-law government reports in, a knowledge graph with evidence out."""

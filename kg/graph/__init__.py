"""Claims as RDF: building quads, writing Turtle, answering SPARQL, walking the network, tables."""

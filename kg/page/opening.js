"use strict";
// The opening: the view that the address names, with nothing before it that it does not need.

openingScenes();
Graph.scene = home();
legend();
arrive();
if (Graph.away) document.documentElement.dataset.ready = "yes";

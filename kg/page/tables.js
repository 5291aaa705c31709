"use strict";
// Tables of the other views.

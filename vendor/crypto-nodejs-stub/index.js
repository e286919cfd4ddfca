"use strict";
// Stands in for a package that downloads a native library when it is installed. whereat brings its own crypto client, so nothing in it is used.
module.exports = {};

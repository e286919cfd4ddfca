"use strict";
// Stands in for a package that is not maintained any more, and brings fifty others. whereat makes its requests itself (src/bots/matrix/http).
module.exports = () => {
  throw new Error("whereat makes no request in this way");
};

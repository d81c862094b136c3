// Put behind the element's script: what the owner of a page is told about one that does not start.

// What the owner of the page can do about a program that does not start.
function remedy(error) {
  const said = String(error?.message ?? error);
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly, or its Lockdown Mode turns it off.";
  if (/DecompressionStream|replaceSync|constructor/.test(said)) return "This browser is too old, at least for the single file.";
  if (location.protocol === "file:") return "Open it from a web server, or use the single file: browsers refuse modules from files.";
  if (/HTTP \d/.test(said)) return "A file is missing: publish all files of the embed folder together, of one version.";
  if (error instanceof WebAssembly.CompileError) {
    return /policy|unsafe-eval|blocked/i.test(said)
      ? "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy."
      : "The program arrived damaged: something between server and browser changes .wasm files; serve them unchanged as application/wasm. Else add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy.";
  }
  if (error instanceof RangeError) return "The browser has too little memory left for the program.";
  return "A file could not be fetched: allow this script's own address in connect-src and script-src; where it is another site than the page, that site must send Access-Control-Allow-Origin.";
}

// Old syntax on purpose: this file and start.mjs, test.mjs and check.mjs must parse on a Node that is too old,
// so that its user reads one sentence instead of a syntax error.

/**
 * @param {string} version as in process.versions.node, for example '18.20.4'
 * @returns {string} one sentence to show, or '' when the version will do
 */
export function nodeComplaint(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  if (major > 20 || (major === 20 && minor >= 19)) return '';
  return (
    'This project needs Node.js 20.19 or newer, and this is ' +
    version +
    ': please install a newer one from https://nodejs.org.'
  );
}

/**
 * Checks the running Node, then loads a step that may use newer syntax and runs its `main`, whose result is the exit status.
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<number | undefined> }>} load
 */
export function runOnNewNode(load) {
  var complaint = nodeComplaint(process.versions.node);
  if (complaint) {
    console.error(complaint);
    process.exitCode = 1;
    return;
  }
  load()
    .then((step) => step.main(process.argv.slice(2)))
    .then((status) => {
      if (status !== undefined) process.exitCode = status;
    })
    .catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}

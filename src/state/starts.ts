/**
 * What begins on first need, each part with a list of all files that go along with it: apart from main.tsx, since the
 * list of sites waits for that, and these names are long.
 */
export const imports = () => import('./imports/start-imports.ts');
export const answers = () => import('./plan/start-answers.ts');
export const shading = () => import('./plan/shading.ts');
export const finder = () => import('./invest/start-finder.ts');
export const presentation = () => import('./present/start-presentation.ts');
export const shortlist = () => import('./invest/start-shortlist.ts');
export const sketches = () => import('./sketches/start-sketches.ts');

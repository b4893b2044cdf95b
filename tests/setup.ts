/** Runs before each file of component tests. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { closeDialogsByEscape } from './fixtures/dialog.ts';

closeDialogsByEscape();

// Whether something is visible is for the browser tests; asking it here for every element takes most of the time.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

/** Files share one page and its modules: what a test left there goes. */
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  localStorage.clear();
  history.replaceState(null, '', '/');
});

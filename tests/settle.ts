/** Runs before each test file. */
import { afterAll, vi } from 'vitest';

/**
 * Files share modules: code that a test asked for and did not wait for comes before the file ends. After it nothing
 * can be loaded, and whatever failed to load would be missing in the files that follow.
 */
afterAll(() => vi.dynamicImportSettled());

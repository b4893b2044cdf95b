/** Stands for years, in the bar of tools and on the stage. */
export const CLOCK = { path: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 7V12L15.5 14' } as const;

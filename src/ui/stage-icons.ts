/** Icons of the stage and of making tours, apart from the others because the shell does without them. */
export const STAGE_ICONS = {
  previous: { path: 'M15 5L8 12L15 19' },
  start: { path: 'M8 5L19 12L8 19Z' },
  pause: { path: 'M8.5 5V19M15.5 5V19' },
  loop: { path: 'M7 7H17a3 3 0 0 1 3 3V11M17 17H7a3 3 0 0 1-3-3V13M9.5 4L6.5 7L9.5 10M14.5 14L17.5 17L14.5 20' },
  blank: { path: 'M3.5 5H20.5V16.5H3.5ZM8.5 20H15.5M6.5 8H17.5M6.5 10.8H17.5M6.5 13.6H17.5' },
  notes: { path: 'M5 4H19V20H5ZM8 8.5H16M8 12H16M8 15.5H13' },
  keyboard: { path: 'M3 7H21V17H3ZM6.5 10H7M10 10H10.5M13.5 10H14M17 10H17.5M8 13.8H16' },
  undo: { path: 'M9 5L4 10L9 15M4 10H14.5a5 5 0 0 1 0 10H11' },
  redo: { path: 'M15 5L20 10L15 15M20 10H9.5a5 5 0 0 0 0 10H13' },
  bin: { path: 'M4 6.5H20M9 6.5V4H15V6.5M6 6.5L7 20.5H17L18 6.5M10 10.5V16.5M14 10.5V16.5' },
  hide: {
    path: 'M3 12C5.5 7.5 9 5.8 12 5.8S18.5 7.5 21 12C18.5 16.5 15 18.2 12 18.2S5.5 16.5 3 12ZM12 9.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 0 0 0-5.6M4.5 4.5L19.5 19.5',
  },
} as const;

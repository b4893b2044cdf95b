/** Interface icons, 24 × 24, stroked in the text colour. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L21 21',
  close: 'M5 5L19 19M19 5L5 19',
  plus: 'M12 5V19M5 12H19',
  minus: 'M5 12H19',
  extent: 'M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15',
  link: 'M9.5 14.5L14.5 9.5M8 11L5.5 13.5a3.5 3.5 0 0 0 5 5L13 16M11 8L13.5 5.5a3.5 3.5 0 0 1 5 5L16 13',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.5V5M12 19V21.5M2.5 12H5M19 12H21.5M5.3 5.3L7 7M17 17L18.7 18.7M5.3 18.7L7 17M17 7L18.7 5.3',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4A7 7 0 0 0 20 14.5Z',
  chevron: 'M9 5L16 12L9 19',
  book: 'M4 5.5C7 4 10 4.5 12 6.5C14 4.5 17 4 20 5.5V19C17 17.5 14 18 12 20C10 18 7 17.5 4 19ZM12 6.5V20',
  copy: 'M8.5 8.5H20V20H8.5ZM15.5 8.5V4H4V15.5H8.5',
  print: 'M7 9V3.5H17V9M7 17H4V9H20V17H17M7 14H17V20.5H7Z',
  target: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14M12 2V8M12 16V22M2 12H8M16 12H22',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6H4.5M4 12H4.5M4 18H4.5',
  layers: 'M12 3L21.5 8.5L12 14L2.5 8.5ZM3.5 13L12 18L20.5 13',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17M12 11V16.5M12 7.5V8',
  pencil: 'M4 20L5 15.5L16 4.5a2.1 2.1 0 0 1 3 3L8 18.5ZM14 6.5L17.5 10',
  export: 'M12 14V3.5M7.5 8L12 3.5L16.5 8M4.5 13V20H19.5V13',
  play: 'M3.5 4.5H20.5V16H3.5ZM12 16V20M8 20.5H16M10 7.5L14.5 10.2L10 13Z',
  scale: 'M12 4V20M7 20H17M5 7H19M5 7L2.5 13H7.5ZM19 7L16.5 13H21.5Z',
  up: 'M12 19V6M6.5 11L12 5.5L17.5 11',
  down: 'M12 5V18M6.5 13L12 18.5L17.5 13',
  table: 'M4 5H20V19H4ZM4 10H20M4 14.5H20M10 5V19',
} as const;

export type IconName = keyof typeof PATHS;
/** An icon by name, or one that comes with the part of the app that uses it. */
export type IconShape = IconName | { readonly path: string };

export function Icon({ name, size = 18 }: { readonly name: IconShape; readonly size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={typeof name === 'string' ? PATHS[name] : name.path} />
    </svg>
  );
}

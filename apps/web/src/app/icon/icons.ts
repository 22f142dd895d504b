/** Strokes on a grid of 16 × 16. */
export const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  columns: 'M2.5 3.5h11v9h-11ZM6.2 3.5v9M9.8 3.5v9',
  keys: 'M1.5 4.5h13v7.5h-13ZM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.7h6',
  falling: 'M3 4l4 4.5 2.5-2L13 11.5M13 8v3.5H9.5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5 6.5 12 13 4.5',
  down: 'M4 6l4 4 4-4',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  ascending: 'M8 13V3M4 7l4-4 4 4',
  descending: 'M8 3v10M4 9l4 4 4-4',
  tenant: 'M2.5 13.5v-11h7v11M9.5 6.5h4v7M1.5 13.5h13M5 5.5h2M5 8h2M5 10.5h2',
  person: 'M8 2.5a2.75 2.75 0 1 0 0 5.5a2.75 2.75 0 0 0 0-5.5ZM2.5 14a5.5 5.5 0 0 1 11 0',
  language: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2 8h12M8 2c4 4 4 8 0 12M8 2c-4 4-4 8 0 12',
  theme: 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12',
  edit: 'M10.5 3.5l2 2L6 12l-2.5.5L4 10ZM3 14.5h10',
  phone:
    'M3 3.5c0-.6.4-1 1-1h2l1 3-1.5 1.2a8 8 0 0 0 3.8 3.8L10.5 9l3 1v2c0 .6-.4 1-1 1A9.5 9.5 0 0 1 3 3.5Z',
  star: 'M8 2.2l1.8 3.7 4 .5-2.9 2.8.7 4L8 11.3l-3.6 1.9.7-4L2.2 6.4l4-.5Z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  archive: 'M2.5 3h11v3h-11ZM3.5 6v7h9V6M6.5 8.5h3',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  warning: 'M8 2 1.5 13.5h13ZM8 6.5v3.5M8 11.8v.2',
} as const;
export type IconName = keyof typeof ICONS;

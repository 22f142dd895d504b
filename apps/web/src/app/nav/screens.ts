/** The screens that one goes between all day, in their order; each has its number as its key. */
export const SCREENS = [
  { name: 'leads', path: '/leads' },
  { name: 'board', path: '/board' },
  { name: 'overview', path: '/overview' },
  { name: 'team', path: '/team' },
] as const;
export type ScreenName = (typeof SCREENS)[number]['name'];

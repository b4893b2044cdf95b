/** Words of the planner's bench, loaded with its panels. Traditional Chinese is converted from these at build time. */
export const messages = {
  bench: '规划工作台',
};

/** Figures of a quarter are cut off at the end of its second month, so that the table is out before the quarter ends. */
export function cutOffOf(period: string): string {
  const [year, quarter] = period.split('-Q').map(Number) as [number, number];
  return new Date(Date.UTC(year, quarter * 3 - 1, 0)).toISOString().slice(0, 10);
}

export function titleOf(period: string, areaName: string): string {
  const [year, quarter] = period.split('-Q');
  return `${year}年${'一二三四'[Number(quarter) - 1]}季度重点任务进展情况（${areaName}）`;
}

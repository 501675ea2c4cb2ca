/** The Japanese eras Excel counts in, the latest first; `from` is the first day as year, month and day in one number. */
export const eras = [
  { name: "令和", letter: "R", from: 20190501 },
  { name: "平成", letter: "H", from: 19890108 },
  { name: "昭和", letter: "S", from: 19261225 },
  { name: "大正", letter: "T", from: 19120730 },
  { name: "明治", letter: "M", from: 18680125 },
] as const;

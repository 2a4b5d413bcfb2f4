export const words = {
  gives: (value: string) => `With the sample it gives: ${value}`,
  absent: 'With the sample it gives nothing: it is left out.',
  noValue: (reason: string) => `With the sample there is no value: ${reason}`,
  noSample: 'What it gives shows here once there are answers to try it with.',
  failed: 'It could not be checked now.',
};

export * from './accounts/accounts';
export * from './forms/forms';
export * from './submissions/submissions';
export * from './tracking/tracking';
export * from './workflows/workflows';

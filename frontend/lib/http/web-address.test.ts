import { webAddress } from './web-address';

test.each(['https://erp.example/#db/model/party/7', 'http://crm.internal/leads/7'])(
  '%s is a link',
  (address) => {
    expect(webAddress(address)).toBe(address);
  },
);

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  '/relative',
  '',
  null,
])('%s is none', (address) => {
  expect(webAddress(address)).toBeNull();
});

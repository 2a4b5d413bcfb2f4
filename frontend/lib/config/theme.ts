import { createTheme } from '@mantine/core';

/** Mantine speaks our tokens (`styles/tokens.css`); looks that need more live in CSS modules. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What is typed runs as its own letters do; `dir` itself goes to the frame around it.
    Input: { defaultProps: { attributes: { input: { dir: 'auto' } } } },
    InputWrapper: { defaultProps: { withAsterisk: false } },
  },
  fontSizes: { sm: '0.9375rem', md: '0.9375rem' },
});

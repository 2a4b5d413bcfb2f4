/** `light-dark()` stays what it is in CSS: the colours of `styles/tokens.css` hang on it. */
const config = {
  plugins: { 'postcss-preset-mantine': { features: { lightDarkFunction: false } } },
};

export default config;

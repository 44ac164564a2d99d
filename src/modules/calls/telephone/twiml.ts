export const hangUp = () => '';
export const sayAndHangUp = (_text: string, _language: string) => '';

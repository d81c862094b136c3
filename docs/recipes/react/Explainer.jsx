// The explainer in React, of any version: attributes as props, events by a listener.
//
//   <Explainer part="forms" country="uk" onPartShown={(part) => console.log(part)} />

import { useEffect, useRef } from "react";
import "naltrexone-explainer";

export function Explainer({ onPartShown, ...attributes }) {
  const element = useRef(null);
  useEffect(() => {
    const explainer = element.current;
    const hear = ({ detail }) => detail.version === 1 && onPartShown?.(detail.value);
    explainer.addEventListener("naltrexone-explainer:part-shown", hear);
    return () => explainer.removeEventListener("naltrexone-explainer:part-shown", hear);
  }, [onPartShown]);
  return <naltrexone-explainer ref={element} {...attributes} />;
}

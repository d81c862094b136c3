<?php
// Runs the plugin under a stand-in for the few functions of WordPress that it calls: php try.php

define( 'ABSPATH', __DIR__ );
$shortcodes = array();
$hooks      = array();
$wanted     = array();
function add_action( $name, $act ) { global $hooks; $hooks[ $name ] = $act; }
function add_filter( $name, $act ) { global $hooks; $hooks[ $name ] = $act; }
function add_shortcode( $name, $act ) { global $shortcodes; $shortcodes[ $name ] = $act; }
function wp_register_script( $handle, $src ) { global $scripts; $scripts[ $handle ] = $src; }
function wp_enqueue_script( $handle ) { global $wanted; $wanted[] = $handle; }
function plugins_url( $path ) { return 'https://example.org/wp-content/plugins/naltrexone-explainer/' . $path; }
function esc_attr( $text ) { return htmlspecialchars( (string) $text, ENT_QUOTES ); }
function esc_url( $url ) { return htmlspecialchars( $url, ENT_QUOTES ); }

require __DIR__ . '/naltrexone-explainer/naltrexone-explainer.php';

function same( $found, $expected ) {
	if ( $found !== $expected ) {
		fwrite( STDERR, "found    $found\nexpected $expected\n" );
		exit( 1 );
	}
}

$hooks['wp_enqueue_scripts']();
$show = $shortcodes['naltrexone_explainer'];
same( $show( '' ), '<naltrexone-explainer></naltrexone-explainer>' );
same(
	$show( array( 'part' => 'forms', 'heading_level' => '3', 'onclick' => 'alert(1)', 'style' => 'x', 'lone' ) ),
	'<naltrexone-explainer part="forms" heading-level="3"></naltrexone-explainer>'
);
same(
	$show( array( 'country' => '"><script>alert(1)</script>' ) ),
	'<naltrexone-explainer country="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></naltrexone-explainer>'
);
same( $wanted[0], 'naltrexone-explainer' );
$tag = $hooks['script_loader_tag'];
same( $tag( '<script src="a"></script>', 'another', 'a' ), '<script src="a"></script>' );
same(
	$tag( 'old', 'naltrexone-explainer', $scripts['naltrexone-explainer'] ),
	'<script type="module" src="https://example.org/wp-content/plugins/naltrexone-explainer/embed/naltrexone-explainer.js"></script>' . "\n"
);
echo "all is well\n";
